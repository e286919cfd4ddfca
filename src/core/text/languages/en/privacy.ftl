# Made by: the people who write whereat, in English.
# Reviewed by: the people who write whereat.

# The answer to /privacy, a line each.

privacy-kept =
    { $expiry ->
        [none] I keep only your latest position, encrypted, for as long as the room's expiry says. I also keep your choices, who asks where you are while that is open, the rooms where I have seen you, and since when. A mark tells me if your name changes.
       *[known] I keep only your latest position, encrypted, for { $expiry } after it was reported. I also keep your choices, who asks where you are while that is open, the rooms where I have seen you, and since when. A mark tells me if your name changes.
    }
privacy-seen-by =
    { $place ->
        [private] Whoever is a member of the room that you chose can ask for it, and nobody else. Until you choose one, nobody can.
       *[room] Whoever is a member of this room at that moment can ask for it, and nobody else. Admins see no more than others.
    }
# $deleting: what becomes of a share when its message is deleted, on this network
privacy-ends = The position is destroyed at once when the live location ends, when you say <code>/stop</code>, or when you leave. <code>/forget</code> destroys everything that I keep about you. { $deleting }
privacy-square = With <code>/precision 1km</code> only a fixed square is shown. When you cross into the next square, that can be seen.
# $others: who else sees what is said, on this network
privacy-not-protected = I cannot protect you from the people who run this bot. They can read what is not yet destroyed. { $others } A member can keep or pass on an answer.
