# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = O idioma em que falo com você: { $language }.
# $languages: as their own people call them
language-choices = Para mudar, escreva <code>/language</code> e um destes: { $languages }.
# On a button.
language-name = { $language }
language-chosen = O idioma em que falo com você a partir de agora: { $language }.
language-by-app = A partir de agora, falo com você no idioma do seu app, se eu o souber.
language-not-spoken = Não falo “{ $given }”. Nada foi mudado.
setup-language = O idioma em que falo nesta sala: { $language }. Quem é admin pode mudar: <code>/setup language Español</code>.
room-language-changed = Uma pessoa que é admin mudou isto. O idioma em que falo nesta sala a partir de agora: { $language }.
