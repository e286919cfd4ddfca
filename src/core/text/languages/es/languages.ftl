# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = El idioma en que te hablo: { $language }.
# $languages: as their own people call them
language-choices = Para cambiarlo, escribe <code>/language</code> y uno de estos: { $languages }.
# On a button.
language-name = { $language }
language-chosen = El idioma en que te hablo a partir de ahora: { $language }.
language-by-app = A partir de ahora te hablo en el idioma de tu aplicación, si lo sé.
language-not-spoken = No hablo “{ $given }”. No se cambió nada.
setup-language = El idioma en que hablo en esta sala: { $language }. Quien administra puede cambiarlo: <code>/setup language Español</code>.
room-language-changed = Alguien de la administración cambió esto. El idioma en que hablo en esta sala a partir de ahora: { $language }.
