# Made by: the people who write whereat, in English.
# Reviewed by: the people who write whereat.

# When people ask each other where they are: /ask.

# The same words whoever is meant: nothing is known of anybody when they are said.
asked-for = If I can reach “{ $wanted }” and they allow questions, I have asked them. You will hear if they share.
ask-whom =
    Say here whom I shall ask: <code>/ask NAME</code>. Nobody else reads it.
    To let nobody ask you: <code>/ask off</code>.
# To somebody who named a person in a room.
ask-in-private = To ask one person, say <code>/ask NAME</code> to me in private, where nobody else reads it.
ask-button = Ask in private

# $rooms: none when it is this room
ask-is-on =
    { $rooms ->
        [none] The members of this room can have me ask where you are. I ask you in private, and you choose each time.
       *[named] The members of <b>{ $rooms }</b> can have me ask where you are. I ask you here, and you choose each time.
    }
ask-is-off =
    { $rooms ->
        [none] No member of this room can have me ask where you are. To allow it again: <code>/ask on</code>.
       *[named] No member of <b>{ $rooms }</b> can have me ask where you are. To allow it again: <code>/ask on</code>.
    }
ask-nowhere = I know of no room that we are both in. Say <code>/ask off</code> or <code>/ask on</code> in the room that it is for.

# $person: none when an admin speaks as the room
everybody-asked =
    { $person ->
        [none] An admin asks everybody here to share.
       *[named] <b>{ $person }</b> asks everybody here to share.
    }
everybody-how = If you want to, send me your location in private; the way is below. Or say <code>/share</code>.
everybody-how-aside = If you want to, say <code>/share</code>. I then write to you in a direct chat, and you send me your location there.
everybody-asked-before = Everybody here was asked a short while ago. To ask one person, say <code>/ask NAME</code> to me in private.

# $room: none in the room itself
request =
    { $room ->
        [none] <b>{ $name }</b> asks where you are.
       *[named] <b>{ $name }</b> asks where you are, in <b>{ $room }</b>.
    }
# Before a line for each of them.
requests =
    { $room ->
        [none] { $people } people ask where you are:
       *[named] { $people } people ask where you are, in <b>{ $room }</b>:
    }
# Who asks, and the room they are in: one that is linked with that of the reader.
asker-elsewhere = { $name }, from { $room }
# $left: how long an answer is waited for
request-how = If you share, all members there see it. Until you choose, nobody sees anything. This ends in { $left }.
# Shown to her alone, in the room.
request-here = Only you see this. To answer, open the private chat.
request-button = Answer in private

# On buttons, and numbered.
request-once = Send once
request-quarter = 15 minutes
request-hour = 1 hour
request-not-now = Not now
request-never = Never from this room

request-once-chosen = Your next location goes to the members of <b>{ $room }</b>, once.
request-live-chosen = Your next location goes to the members of <b>{ $room }</b>. It ends after { $longest } at the latest.
# On the button that sends a location.
request-send-location = Send where I am, once
request-refused = Nothing is shared with <b>{ $room }</b>. Who asked is told nothing.
request-refused-always = Nothing is shared with <b>{ $room }</b>. Nobody there can have me ask you again. To allow it: <code>/ask on</code>.
request-over = The question about where you are is over. Nothing was shared by it.
request-answered = You share with the room that asked. Who asked is shown where you are.
no-request = Nobody asks where you are at the moment. To share anyway: <code>/share</code>.

# The answer to /who: who looked where the reader is.

who-none =
    { $place ->
        [private] No answer has shown anybody else where you are. I note each one, and keep that for one expiry of its room.
       *[room] No answer here has shown anybody else where you are. I note each one, and keep that for one expiry.
    }
who-looks =
    { $place ->
        [private]
            { $looks ->
                [one] One answer showed somebody else where you are:
               *[other] { $looks } answers showed somebody else where you are, the latest first:
            }
       *[room]
            { $looks ->
                [one] One answer here showed somebody else where you are:
               *[other] { $looks } answers here showed somebody else where you are, the latest first:
            }
    }
# $square: how exactly; none: exactly. $where: one of the next five
who-look =
    <b>{ $name }</b> asked { $when }. You were shown { $square ->
        [none] exactly
       *[known] within a square of { $square }
    }. { $where }
# $people: how many were in the room then
who-stands =
    { $people ->
        [none] The answer stands in <b>{ $room }</b>.
        [one] The answer stands in <b>{ $room }</b> (one member).
       *[other] The answer stands in <b>{ $room }</b> ({ $people } members).
    }
who-stood =
    { $people ->
        [none] The answer stood in <b>{ $room }</b> for { $stood }.
        [one] The answer stood in <b>{ $room }</b> (one member) for { $stood }.
       *[other] The answer stood in <b>{ $room }</b> ({ $people } members) for { $stood }.
    }
who-on-board = The board in <b>{ $room }</b> answered.
# $where: one of the first two
who-by-board =
    A board showed you by itself, first { $when }. You were shown { $square ->
        [none] exactly
       *[known] within a square of { $square }
    }. { $where }
who-alone = Only who asked can read the answer, which still stands.
who-alone-before = Only who asked could read the answer, for { $stood }.
# In the place of a name.
who-admin = An admin who spoke as the room itself
who-forgotten = Somebody whose name I have forgotten since
who-more =
    { $more ->
        [one] One more answer is not listed. To read on, say <code>/{ $command }</code>.
       *[other] { $more } more answers are not listed. To read on, say <code>/{ $command }</code>.
    }
who-each =
    { $each ->
        [on] I tell you in private when somebody first looks at a share of yours. To end that, say <code>/who each off</code>.
       *[off] I tell you nothing by myself when somebody looks. To hear of each first look, say <code>/who each</code>.
    }
# To somebody who wants to hear of it. $room: none when the asker alone reads the answer
who-word =
    { $room ->
        [none] <b>{ $name }</b> asked, and was shown where you are. All answers that showed you: <code>/who</code>.
       *[named] <b>{ $name }</b> asked in <b>{ $room }</b>, and was shown where you are. All answers that showed you: <code>/who</code>.
    }
