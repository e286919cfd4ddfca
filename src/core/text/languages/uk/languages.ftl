# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = Мова, якою я говорю з вами: { $language }.
# $languages: as their own people call them
language-choices = Щоб змінити її, напишіть <code>/language</code> і одну з цих мов: { $languages }.
# On a button.
language-name = { $language }
language-chosen = Відтепер я говорю з вами такою мовою: { $language }.
language-by-app = Відтепер я говорю з вами мовою вашого застосунку, якщо знаю її.
language-not-spoken = Я не говорю мовою «{ $given }». Нічого не змінено.
setup-language = Мова, якою я говорю в цій кімнаті: { $language }. Адміністратори можуть змінити її: <code>/setup language Español</code>.
room-language-changed = Адміністратор змінив це: відтепер моя мова в цій кімнаті – { $language }.
