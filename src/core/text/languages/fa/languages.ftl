# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# In which language people are spoken to: /language, and /setup language.

language-is = با شما به این زبان حرف می‌زنم: { $language }.
language-choices = برای تغییر، <code>/language</code> را با یکی از این‌ها بفرستید: { $languages }.
language-name = { $language }
language-chosen = از این پس با شما به این زبان حرف می‌زنم: { $language }.
language-by-app = از این پس با شما به زبان برنامهٔ شما حرف می‌زنم، اگر آن را بدانم.
language-not-spoken = زبان «{ $given }» را نمی‌دانم. چیزی تغییر نکرد.
setup-language = زبان من در این اتاق: { $language }. مدیران می‌توانند آن را تغییر دهند: <code>/setup language Español</code>.
room-language-changed = یک مدیر این را تغییر داد. زبان من در این اتاق از این پس: { $language }.
