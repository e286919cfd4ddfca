# Made by: the people who write whereat, in English.
# Reviewed by: the people who write whereat.

# What is said about a room and its settings.

welcome =
    Through me, people of this room can let each other see where they are. You are shown only if you choose it.
    To share: <code>/share</code>. To ask: <code>/whereis</code>. I note who was shown where you are: <code>/who</code>. What else is kept: <code>/privacy</code>.
live-not-heard = In this room I hear commands only, no live locations. That is the quiet setting. Send yours to me in private, by the button of <code>/share</code>. Or make me an admin, and I hear them here too.
live-no-longer-heard = I am no admin of this room any more, so I no longer follow live locations that are shared here.
room-replaced =
    This room takes the place of another that I was in, and its settings came along: the expiry is <b>{ $expiry }</b>.
    What was shared there has ended, and those positions are destroyed. To share with this room: <code>/share</code>.
# $expiry: how long a position is kept meanwhile; $square: how exactly people are shown meanwhile
data-lost =
    I lost part of my data, so everything that was shared here has ended. To share again: <code>/share</code>.
    What was set here may be lost as well. Until you choose again with <code>/precision</code>, you are shown only in a square of { $square }.
    Until an admin says <code>/expiry</code> again, a position is kept for <b>{ $expiry }</b>. Until an admin chooses again by <code>/setup</code>, answers are for who asked alone.
live-allowed =
    { $outcome ->
        [allowed-now] Done. Every member of this room can share a live location now.
        [allowed-before] Every member of this room can share a live location already.
        [may-not-write] Members may not write in this room, so they cannot share a live location either. Nothing was changed. They can share with me in private.
        [not-known] The server did not say whether that worked. Say <code>/setup live</code> again in a minute: it tells what is so then.
       *[no-power]
            Members still cannot share a live location here: I may not change what they may do.
            Allow it yourself in the room's settings, under roles and permissions, at “Share live location”. Or make me an admin of this room, and say <code>/setup live</code> again.
    }

expiry-kept = A position is kept for <b>{ $expiry }</b> after it was reported, then it is destroyed.
expiry-change = Admins of this room can change that: <code>/expiry 2 hours</code>, from { $shortest } to { $longest }.
expiry-not-understood =
    I did not understand “{ $given }” as a time. Nothing was changed.
    { expiry-examples }
expiry-out-of-bounds =
    { $asked } is not possible: the expiry can be { $shortest } to { $longest }. Nothing was changed.
    { expiry-examples }
expiry-examples = Examples: <code>/expiry 90 minutes</code>, <code>/expiry 2 hours</code>, <code>/expiry 1 day</code>.
expiry-unchanged = The expiry of this room is <b>{ $expiry }</b> already. Nothing was changed.
expiry-shortened =
    The expiry of this room is now <b>{ $expiry }</b>. Nothing that is shared already is kept longer than that.
    Positions older than that were destroyed just now.
expiry-set =
    The expiry of this room is now <b>{ $expiry }</b>, for what is shared from now on.
    What somebody already shares keeps the shorter expiry that it began with.

# $time: none when nobody said when.
meeting-set =
    { $accuracy ->
        [none] New meeting point: <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , at <b>{ $time }</b>.
        } Kept for { $left }.
       *[known] New meeting point: somewhere within { $accuracy } of <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , at <b>{ $time }</b>.
        } Kept for { $left }.
    }
meeting-is =
    { $accuracy ->
        [none] The meeting point is <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , at <b>{ $time }</b>.
        } Kept for { $left }.
       *[known] The meeting point is somewhere within { $accuracy } of <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , at <b>{ $time }</b>.
        } Kept for { $left }.
    }
# The same on a board, which stands while time goes by.
meeting-on-board =
    { $accuracy ->
        [none] The meeting point is <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , at <b>{ $time }</b>.
        }
       *[known] The meeting point is somewhere within { $accuracy } of <code>{ $position }</code>{ $time ->
            [none] .
           *[known] , at <b>{ $time }</b>.
        }
    }
meeting-set-there = It was set in <b>{ $room }</b>, which is linked with this room.
meeting-ended = This room has no meeting point any more. Answers that showed it are deleted.
no-meeting = This room has no meeting point.
meet-how = Admins of this room can set one: <code>/meet here</code>, <code>/meet 52.5200 13.4050 at 15:30</code>. To take it back: <code>/meet off</code>.
meet-time-not-read = I did not understand “{ $given }” as a time of day. Nothing was changed.
meet-as-the-room = You speak as the room itself, so I do not know where you are. Nothing was changed.
meet-from-where = I do not know where you are now. Share your position with this room first, or say <code>/meet</code> with numbers.
meet-too-coarse = You are shown here only in a square of { $square }, and that is no place to meet. Say <code>/meet</code> with numbers.
meet-two-places = “{ $given }” can mean two places. Say it with letters: <code>/meet 52.5200N 13.4050E</code>.

# $square: none when the position is shown exactly; $rooms: none when it is this room
precision-is =
    { $square ->
        [none]
            { $rooms ->
                [none] The members of this room are shown where you are exactly, as far as your phone knows.
               *[named] The members of <b>{ $rooms }</b> are shown where you are exactly, as far as your phone knows.
            }
       *[known]
            { $rooms ->
                [none] The members of this room are shown that you are somewhere in a fixed square of <b>{ $square }</b>, nothing finer.
               *[named] The members of <b>{ $rooms }</b> are shown that you are somewhere in a fixed square of <b>{ $square }</b>, nothing finer.
            }
    }
precision-set =
    { $square ->
        [none]
            { $rooms ->
                [none] From now on this room sees where you are exactly, as far as your phone knows.
               *[named] From now on <b>{ $rooms }</b> see where you are exactly, as far as your phone knows.
            }
       *[known]
            { $rooms ->
                [none] From now on this room sees only that you are somewhere in a fixed square of <b>{ $square }</b>.
               *[named] From now on <b>{ $rooms }</b> see only that you are somewhere in a fixed square of <b>{ $square }</b>.
            }
            When you cross into the next square, that can be seen. Answers that showed you more exactly are deleted.
    }
precision-choices = To change it: <code>/precision exact</code>, <code>/precision 100m</code>, <code>/precision 1km</code> or <code>/precision 5km</code>.
precision-not-understood =
    I did not understand “{ $given }”. Nothing was changed.
    { precision-choices }
precision-nowhere = I know of no room that we are both in. Say <code>/precision</code> in the room that it is for.
precision-not-now = Nothing was changed.

forgotten =
    Done. Every position, share and choice that I kept of you is destroyed, in all rooms.
    If your phone still sends a live location, stop it there too. I ignore it from now on.
wipe-asks =
    This destroys everything that is shared with this room, and its settings, for everybody. It cannot be undone.
    To do it, say <code>/wipe yes</code> within { $within }.
wipe-not-asked = Nothing was destroyed. Say <code>/wipe</code> yourself first, then <code>/wipe yes</code>.
wiped =
    Done. Everything that was shared with this room is destroyed, for everybody.
    Its settings are as new: the expiry is { $expiry }. Whoever chose a <code>/precision</code> here chooses it again; until then, I show where they are exactly.

# Of rooms that are linked.

link-code =
    In the other room, an admin says <code>/link { $code }</code>. The code works once, for { $within }. Show it to nobody else.
    Then say <code>/link</code> here again: I tell you which room it is, and you confirm.
link-is = This room is linked with <b>{ $rooms }</b>. To end that, say <code>/link off</code>.
link-as-the-room = You speak as the room itself. Say it as yourself, because the code is for one admin alone.
link-given = The code is right. An admin of the other room now reads which room this is, and confirms. Nothing is shown across before that.
link-asked = Another room wants to be linked with this one. Admins can say <code>/link</code> to read which room it is.
link-offer =
    { $people ->
        [none] The other room is <b>{ $room }</b>, on { $network }. I do not know how many members it has.
       *[known] The other room is <b>{ $room }</b>, on { $network }. Members: { $people }.
    }
link-means =
    When they are linked, members of both rooms see who shares in either. The shorter expiry holds for both.
    To link them, say <code>/link yes</code> within { $left }. To refuse, say <code>/link off</code>.
link-not-good = This code links nothing here. A code works once, for { $within }, and in another room.
link-already = These two rooms are linked already.
link-too-many = You tried too many codes. Try again in { $within }.
link-full = One of the two rooms is linked with as many rooms as it can be. Nothing was changed.
link-not-asked = Nothing was linked. Say <code>/link</code> yourself first, to read which room it is.
link-refused = No room was linked with this one, and its code does not work any more.
link-none = This room is not linked with another one.
linked =
    This room is linked with <b>{ $room }</b>, on { $network }. Members of both rooms see who shares in either. Positions are kept for { $expiry }.
    What you share already stays in this room until you agree. Admins can end the link: <code>/link off</code>.
unlinked = This room is not linked with <b>{ $rooms }</b> any more. Nobody sees across any longer, and answers that showed it are deleted.
cross-asks =
    <b>{ $room }</b> is linked with <b>{ $rooms }</b> now. You began to share before that, so the members there do not see you.
    To let them see you, say <code>/across yes</code>. To stay unseen there, do nothing.
cross-button = let them see me
cross-nothing = There is nothing that you could agree to now.
crossed = The members of <b>{ $rooms }</b> can see you now, too.
also-seen-in = The members of <b>{ $rooms }</b> can see it, too.
# Beneath what is said of this room: it was stopped, or is shown less exactly.
so-in-linked = The same holds in the rooms that are linked with this one.
also-seen-across = Members of rooms that are linked with this one can see it, too. Which rooms: <code>/privacy</code>.
expiry-linked = This room is linked with another, so its expiry can only be made shorter. Nothing was changed. To make it longer, say <code>/link off</code> first.

# Of two accounts of one person.

account-code =
    From your other account, send me in private: <code>/link { $code }</code>. The code works once, for { $within }. Show it to nobody else.
    Then say <code>/link</code> here again: I tell you which account it is, and you confirm.
account-given = The code is right. Now say <code>/link</code> from your other account: it reads which account this is, and confirms.
account-asked = Another account wants to be joined with this one. Say <code>/link</code> to read which account it is.
account-waits = You have confirmed. Now say <code>/link</code> from your other account, to confirm there too.
account-offer = The other account is { $name }, on { $network }. If it is not your own, say <code>/link off</code>.
account-means =
    When they are joined, rooms that see both show you once. They show your newest position, with the coarser precision.
    The name is that of your account in the room. No room sees a position that it would not see otherwise.
    <code>/stop</code> from either account holds for both. I tell nobody else, but whoever compares what rooms see can work it out.
    To join them, say <code>/link yes</code> within { $left }.
accounts-joined = This account is joined with { $name }, on { $network }. To end that, say <code>/link off</code> from either account.
accounts-parted = Your two accounts are not joined any more. Each is shown by itself again.
accounts-forgotten = Your other account said <code>/forget</code>. The two are not joined any more, and what this one shared has ended.
account-none = This account is not joined with another one, and no code of it works.
account-not-good = This code joins nothing. A code works once, for { $within }, and from another account.
account-not-asked = Nothing was joined. Say <code>/link</code> yourself first, to read which account it is.
account-full = Nothing was joined. No more accounts can be joined here.
code-of-room = This code links rooms. An admin says it in the other room.
code-of-account = This code is for the private chat: it joins two accounts of one person. Others could read it here, so it does not work any more.
privacy-joined = This account is joined with another one of yours. To read which one, say <code>/link</code>.
