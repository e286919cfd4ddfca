# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = Язык, на котором я говорю с вами: { $language }.
# $languages: as their own people call them
language-choices = Чтобы изменить его, напишите <code>/language</code> и один из этих языков: { $languages }.
# On a button.
language-name = { $language }
language-chosen = Теперь я говорю с вами на таком языке: { $language }.
language-by-app = Теперь я говорю с вами на языке вашего приложения, если знаю его.
language-not-spoken = Я не говорю на языке «{ $given }». Ничего не изменено.
setup-language = Язык, на котором я говорю в этой комнате: { $language }. Администраторы могут изменить его: <code>/setup language Español</code>.
room-language-changed = Администратор изменил это: теперь мой язык в этой комнате – { $language }.
