# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

place-not-read = “{ $given }” ifadesini bir yer olarak okuyamadım. Hiçbir şey paylaşılmadı.
place-in-short-link = Bu bağlantının nereye gittiğini yalnızca bir harita servisi bilir, ben hiçbirine sormam. Bağlantıyı aç ve koordinatları gönder: <code>/here 52.5200 13.4050</code>.
place-in-short-code = Bu kod kısa: yalnızca bir şehrin yakınında geçerli. Kodun tamamını gönder: <code>/here 9F4MG98H+GX</code>.
place-not-on-earth = Enlem -90 ile 90, boylam -180 ile 180 arasındadır. Örnek: <code>/here 52.5200 13.4050</code>.
older-position =
    { $stands ->
        [yes] Önceki konumun hâlâ görünüyor.
       *[no] Burada kimse senin bir konumunu görmüyor.
    }
place-read = Okuduğum: enlem { $latitude }, boylam { $longitude }.
place-other-way = Tersi doğruysa <code>/here { $command }</code> yaz.
expiry-which-unit =
    { $number } ne? Hiçbir şey değişmedi. Birimiyle yaz.
    { expiry-examples }
expiry-two-readings =
    “{ $given }” iki anlama gelebilir: { $first } veya { $second }. Hiçbir şey değişmedi.
    { expiry-examples }
