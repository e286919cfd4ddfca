# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = Ich spreche mit dir in dieser Sprache: { $language }.
# $languages: as their own people call them
language-choices = Um sie zu ändern, schreib <code>/language</code> und eine von diesen: { $languages }.
# On a button.
language-name = { $language }
language-chosen = Ab jetzt spreche ich mit dir in dieser Sprache: { $language }.
language-by-app = Ab jetzt spreche ich mit dir in der Sprache deiner App, wenn ich sie kann.
language-not-spoken = Ich spreche „{ $given }“ nicht. Nichts wurde geändert.
setup-language = In diesem Raum spreche ich { $language }. Admins können das ändern: <code>/setup language Español</code>.
room-language-changed = Ein Admin hat das geändert: Ab jetzt spreche ich in diesem Raum { $language }.
