# Made by: the people who write whereat, in English.
# Reviewed by: the people who write whereat.

# The answer to /privacy, five lines.

privacy-kept =
    { $expiry ->
        [none] I keep only your latest position, encrypted, for as long as the room's expiry says.
       *[known] I keep only your latest position, encrypted, for { $expiry } after it was reported.
    }
privacy-seen-by =
    { $place ->
        [private] Only members of the room that you chose, and of rooms linked with it, can ask for it. Until you choose one, nobody can. I note each answer that shows you: <code>/who</code>.
       *[room] Only members of this room can ask for it, and admins see no more than others. I note each answer that shows you: <code>/who</code>.
    }
privacy-seen-linked = Only members of this room, and of <b>{ $rooms }</b>, can ask for it. Admins see no more than others. I note each answer that shows you: <code>/who</code>.
# $deleting: what becomes of a share when its message is deleted, on this network
privacy-ends = Say <code>/stop</code>, and your position is destroyed at once. { $deleting }
privacy-not-protected = I cannot protect you from the people who run this bot, or from members who keep an answer.
# $others: who else sees what is said, on this network
privacy-others = { $others } More about all this: <code>/privacy more</code>.

# The answer to /privacy more, a line each.

privacy-also-kept = I also keep your choices, your language, the rooms where I have seen you, and since when. While somebody asks where you are, I keep who asks. A mark tells me if your name changes.
privacy-looks = Of each answer that shows you, I keep who asked, when, where it stood, and how long. One expiry later, that goes.
privacy-also-ends = Your position is also destroyed when the live location ends, and when you leave the room. <code>/forget</code> destroys everything that I keep about you.
privacy-square = With <code>/precision 1km</code> only a fixed square is shown. When you cross into the next square, that can be seen.
privacy-pictures = A picture is deleted with its answer. Matrix servers may keep its file after that, encrypted and without its key.
privacy-operator = The people who run this bot can read what is not yet destroyed. A member can keep an answer, or pass it on.
