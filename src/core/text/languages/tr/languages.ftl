# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = Seninle şu dilde konuşuyorum: { $language }.
# $languages: as their own people call them
language-choices = Değiştirmek için <code>/language</code> ve şunlardan birini yaz: { $languages }.
# On a button.
language-name = { $language }
language-chosen = Bundan sonra seninle şu dilde konuşurum: { $language }.
language-by-app = Bundan sonra seninle uygulamanın dilinde konuşurum, o dili biliyorsam.
language-not-spoken = Şu dili konuşmuyorum: “{ $given }”. Hiçbir şey değiştirilmedi.
setup-language = Bu odada şu dilde konuşuyorum: { $language }. Yöneticiler değiştirebilir: <code>/setup language Español</code>.
room-language-changed = Bir yönetici bunu değiştirdi. Bundan sonra bu odada şu dilde konuşurum: { $language }.
