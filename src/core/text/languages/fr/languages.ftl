# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = La langue dans laquelle je te parle : { $language }.
# $languages: as their own people call them
language-choices = Pour la changer, écris <code>/language</code> et un de ces noms : { $languages }.
# On a button.
language-name = { $language }
language-chosen = La langue dans laquelle je te parle à partir de maintenant : { $language }.
language-by-app = À partir de maintenant, je te parle dans la langue de ton application, si je la connais.
language-not-spoken = Je ne parle pas « { $given } ». Rien n’a changé.
setup-language = La langue dans laquelle je parle dans ce salon : { $language }. Les admins peuvent la changer : <code>/setup language Español</code>.
room-language-changed = Une personne qui administre ce salon a changé ceci. Ma langue dans ce salon à partir de maintenant : { $language }.
