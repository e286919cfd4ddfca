# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# In which language people are spoken to: /language, and /setup language.

language-is = أخاطبك بهذه اللغة: { $language }.
language-choices = لتغيير ذلك: <code>/language</code> مع إحدى هذه اللغات: { $languages }.
language-name = { $language }
language-chosen = من الآن أخاطبك بهذه اللغة: { $language }.
language-by-app = من الآن أخاطبك بلغة تطبيقك، إن كنت أعرفها.
language-not-spoken = لا أتكلم «{ $given }». لم يتغير شيء.
setup-language = لغتي في هذه الغرفة: { $language }. يمكن للمشرفين تغييرها: <code>/setup language Español</code>.
room-language-changed = غيّر مشرف هذا الإعداد. لغتي في هذه الغرفة من الآن: { $language }.
