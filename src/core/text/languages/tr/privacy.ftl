# Made by: a language model, from the English of November 2026.
# Reviewed by: nobody yet

# The answer to /privacy, five lines.

privacy-kept =
    { $expiry ->
        [none] Yalnızca en son konumunu, şifreli olarak, odanın saklama süresi boyunca saklarım.
       *[known] Yalnızca en son konumunu, şifreli olarak, bildirildikten sonra { $expiry } boyunca saklarım.
    }
privacy-seen-by =
    { $place ->
        [private] Konumunu yalnızca seçtiğin odanın ve ona bağlı odaların üyeleri sorabilir. Sen bir oda seçene kadar kimse soramaz. Seni gösteren her yanıtı not ederim: <code>/who</code>.
       *[room] Konumunu yalnızca bu odanın üyeleri sorabilir ve yöneticiler başkalarından fazlasını görmez. Seni gösteren her yanıtı not ederim: <code>/who</code>.
    }
privacy-seen-linked = Konumunu yalnızca bu odanın ve <b>{ $rooms }</b> odalarının üyeleri sorabilir. Yöneticiler başkalarından fazlasını görmez. Seni gösteren her yanıtı not ederim: <code>/who</code>.
# $deleting: what becomes of a share when its message is deleted, on this network
privacy-ends = <code>/stop</code> yazarsan konumun hemen yok edilir. { $deleting }
privacy-not-protected = Seni bu botu işleten kişilerden koruyamam. Bir yanıtı saklayan üyelerden de koruyamam.
# $others: who else sees what is said, on this network
privacy-others = { $others } Bütün bunlar hakkında daha fazlası: <code>/privacy more</code>.

# The answer to /privacy more, a line each.

privacy-also-kept = Seçimlerini, dilini, seni gördüğüm odaları ve seni ne zamandan beri gördüğümü de saklarım. Biri senin nerede olduğunu sorduğu sürece, kimin sorduğunu saklarım. Bir işaret bana adının değişip değişmediğini söyler.
privacy-looks = Seni gösteren her yanıt için kimin, ne zaman sorduğunu, yanıtın nerede ve ne kadar durduğunu saklarım. Bir saklama süresi sonra bu silinir.
privacy-also-ends = Konumun, canlı konum bitince ve sen odadan ayrılınca da yok edilir. <code>/forget</code> senin hakkında sakladığım her şeyi yok eder.
privacy-square = <code>/precision 1km</code> ile yalnızca sabit bir kare gösterilir. Yandaki kareye geçtiğinde bu görülebilir.
privacy-pictures = Resim, yanıtıyla birlikte silinir. Matrix sunucuları dosyasını sonra da şifreli ve anahtarsız olarak saklayabilir.
privacy-operator = Bu botu işleten kişiler, henüz yok edilmemiş olanı okuyabilir. Bir üye bir yanıtı saklayabilir ya da başkasına iletebilir.
