# Made by: the people who write whereat, in English.
# Reviewed by: the people who write whereat.

# How a room is set up, and what is said where answers are for who asked alone.

# $amiss: how many things have a step that mends them
setup-amiss =
    { $amiss ->
        [0] I found nothing here that has to be mended.
        [one] One thing here can be better:
       *[other] { $amiss } things here can be better:
    }
setup-not-whole = I could not look at everything now. Say <code>/setup</code> again in a minute.
# $says: how something is; $step: what mends it
setup-to-mend = { $says } { $step }
setup-answers =
    { $answers ->
        [private] My answers here are for who asked alone. Admins can let everybody read them: <code>/setup answers room</code>.
       *[room] My answers here are for everybody in the room. Admins can keep them for who asked alone: <code>/setup answers private</code>.
    }
setup-answers-button =
    { $answers ->
        [private] Answers for who asked alone
       *[room] Answers for everybody
    }
setup-board =
    { $board ->
        [private] There is no board here: everybody would read it, and my answers are for who asked alone.
        [on] A board here shows who shares: one message that I keep up to date. Admins can end it: <code>/setup board off</code>.
       *[off] Admins can have a board here: one message that shows who shares, kept up to date. To have it: <code>/setup board on</code>.
    }
setup-board-button =
    { $board ->
        [on] Have a board
       *[off] End the board
    }
setup-board-values =
    “{ $given }” cannot be chosen. Nothing was changed.
    Examples: <code>/setup board on</code>, <code>/setup board off</code>.
board-changed =
    { $board ->
        [on] An admin changed this: from now on, a board shows here who shares and where. It is one message that I keep up to date. <code>/whereis</code> is answered by it.
       *[off] An admin changed this: the board is deleted. I answer <code>/whereis</code> by a message of its own again.
    }
board-ended = The board is deleted, too, because everybody reads it.
board-not-private = My answers here are for who asked alone, and everybody would read a board. Nothing was changed. For a board, first say <code>/setup answers room</code>.
setup-tidy =
    { $tidy ->
        [on] I tidy up here: where I may, I delete commands, and locations when they are over. Admins can end that: <code>/setup tidy off</code>.
       *[off] What members say here stays. Admins can let me delete commands, and locations when they are over: <code>/setup tidy on</code>.
    }
# On networks that keep each point of a live location by itself.
setup-tidy-points = The earlier points of a live location stay in this room. I remove its beginning and its last point.
setup-tidy-button =
    { $tidy ->
        [on] Tidy up here
       *[off] Leave what members say
    }
tidy-changed =
    { $tidy ->
        [on] An admin changed this: from now on, I delete commands here, and locations when they are over, where I may.
       *[off] An admin changed this: from now on, I delete nothing here that members say.
    }
setup-expiry = A position is kept for <b>{ $expiry }</b>. Admins can change it: <code>/expiry 2 hours</code>.
setup-reachable = By <code>/ask</code> I reach who has said something to me here, and has opened the private chat with me. <code>/share</code> leads there.
setup-no-such =
    I do not know “{ $given }”. Nothing was changed.
    Examples: <code>/setup answers private</code>, <code>/setup expiry 2 hours</code>.
setup-no-such-value =
    “{ $given }” cannot be chosen. Nothing was changed.
    Examples: <code>/setup answers private</code>, <code>/setup answers room</code>.
setup-unchanged = It is so already. Nothing was changed.
answers-changed =
    { $answers ->
        [private] An admin changed this: from now on, what I answer here reaches only who asked. Answers that stood here are deleted.
       *[room] An admin changed this: from now on, everybody in this room reads what I answer here.
    }

# $kept: for how long it waits
answer-waits = I answer in private here. The answer waits for who asked, for { $kept }.
answer-button = Read it in private
answer-invited = I answer in private here. Whoever asked: accept my invitation to a direct chat within { $kept }, or begin one with me, and read it there.
answer-unreachable = I answer in private here, and could not write to who asked. Whoever asked: begin a direct chat with me, and ask there.
answers-need-a-person = Answers here go only to who asked. You speak as the room itself, so I do not know who that is. Ask me in private.

# In which language people are spoken to: /language, and /setup language.

# $language: as its own people call it
language-is = I speak { $language } to you.
# $languages: as their own people call them
language-choices = To change it, say <code>/language</code> and one of these: { $languages }.
# On a button.
language-name = { $language }
language-chosen = From now on I speak { $language } to you.
language-by-app = From now on I speak the language of your app to you, if I know it.
language-not-spoken = I do not speak “{ $given }”. Nothing was changed.
setup-language = I speak { $language } in this room. Admins can change it: <code>/setup language Español</code>.
room-language-changed = An admin changed this: from now on I speak { $language } in this room.
