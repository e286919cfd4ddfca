# Made by: the people who write whereat, in English.
# Reviewed by: the people who write whereat.

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = I speak { $language } to you.
# $languages: as their own people call them
language-choices = To change it, say <code>/language</code> and one of these: { $languages }.
# On a button.
language-name = { $language }
language-chosen = From now on I speak { $language } to you.
language-by-app = From now on I speak the language of your app to you, if I know it.
language-not-spoken = I do not speak “{ $given }”. Nothing was changed.
setup-language = I speak { $language } in this room. Admins can change it: <code>/setup language Español</code>.
room-language-changed = An admin changed this: from now on I speak { $language } in this room.
