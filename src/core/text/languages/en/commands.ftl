# Made by: the people who write whereat, in English.
# Reviewed by: the people who write whereat.

# The entries of the menu, the lines of /help, and what is said to a command that is not obeyed.

help-in-room = Through me, people of this room can let each other see where they are. You are shown only if you choose it.
help-in-private = I let people of a room see where you are, for as long as you choose.

menu-whereis = where everybody is who shares here, those whom you name, or who is nearest
help-whereis = <code>/whereis [names|nearest]</code>: { menu-whereis }.
menu-pin = a pin of one person, sent to you alone; a map service learns the place
help-pin = <code>/pin <name></code>: { menu-pin }.
menu-map = the answer as a picture, drawn by me; no map service learns the place
help-map = <code>/map [names|nearest]</code>: { menu-map }.
menu-ask = ask one person in private where they are, or everybody; off and on: whether others can ask you
help-ask = <code>/ask [name|off|on]</code>: { menu-ask }.
menu-share = how to share your position from here
help-share = <code>/share</code>: { menu-share }.
menu-here = share a position once, as numbers or a geo: link
help-here = <code>/here <latitude> <longitude></code>: { menu-here }.
menu-stop = end what you share with this room; in private, with every room
help-stop = <code>/stop</code>: { menu-stop }.
menu-meet = where and when people of this room meet; admins can set it
help-meet = <code>/meet [here|latitude longitude|off] [at time]</code>: { menu-meet }.
menu-expiry = how long a position is kept; admins can change it
help-expiry = <code>/expiry [duration]</code>: { menu-expiry }.
menu-precision = how exactly you are shown here
help-precision = <code>/precision [exact|100m|1km|5km]</code>: { menu-precision }.
menu-language = the language in which I speak to you
help-language = <code>/language [name]</code>: { menu-language }.
menu-privacy = what is kept, for how long, who can see it, and what I cannot protect
help-privacy = <code>/privacy [more]</code>: { menu-privacy }.
menu-forget = destroy everything that is kept about you, in all rooms
help-forget = <code>/forget</code>: { menu-forget }.
menu-link = link this room with another one; in private, join two accounts of yours; off ends it
help-link = <code>/link [code|yes|off]</code>: { menu-link }.
menu-wipe = destroy everything that is shared with this room, for everybody; asks back
help-wipe = <code>/wipe</code>: { menu-wipe }.
menu-setup = how this room is set up, what can be better, and who reads the answers; admins can change it
help-setup = <code>/setup [name value]</code>: { menu-setup }.
menu-who = who looked where you are, when, and where the answer stood; each: a word at each first look
help-who = <code>/who [each|each off]</code>: { menu-who }.
menu-help = what I do here
help-help = <code>/help</code>: { menu-help }.

admins-only =
    { $what ->
        [allowlive] Only an admin of this room can let every member share a live location.
        [expiry] Only an admin of this room can change the expiry.
        [link] Only an admin of this room can link it with another one.
        [meet] Only an admin of this room can set where people meet. Nothing was changed.
        [setup] Only an admin of this room can change how it is set up. Nothing was changed. To see it: <code>/setup</code>.
        [wipe] Only an admin of this room can destroy what is shared with it.
       *[other] Only an admin of this room can do that.
    }
room-only = Say <code>/{ $command }</code> in the room that it is for.
nobody-in-particular = You speak as the room itself, so I do not know who you are. Nothing was changed. Say <code>/{ $command }</code> to me in private.
went-wrong = Something went wrong on my side, and I cannot tell whether it was done. Please say it again.
# What cannot be worked on, though its sender waits for a word.
useless =
    { $what ->
        [as-the-room] This location was sent as the group, so it is nobody's, and I show it to nobody. Send it as yourself, or to me in private.
        [as-a-channel] This location was sent as a channel, so it is nobody's, and I show it to nobody. Send it as yourself, or to me in private.
        [said-as-a-channel] This was said as a channel, so I do not know who you are, and did nothing. Say it as yourself.
        [passed-on] I read only what you write yourself, nothing that was passed on. What I can do: <code>/help</code>.
       *[no-words] I read words and locations only. To share where you are, send me your live location. What I can do: <code>/help</code>.
    }
edited-command = In an edited message I read only <code>/stop</code> and <code>/forget</code>. Say it again in a new message.
start-in-room = To share with this room: <code>/share</code>. To ask where people are: <code>/whereis</code>. All that I can do: <code>/help</code>.
# Where a room forbids reactions.
taken-in = I have it. People of this room can ask where you are now. To end it: <code>/stop</code>.
unknown-command = I do not know <code>/{ $command }</code>. <code>/help</code> lists what I do.
unknown-command-nearest = I do not know <code>/{ $command }</code>. Did you mean <code>/{ $nearest }</code>? <code>/help</code> lists what I do.
# Said when the bot was away while somebody said a command. $does: what the command would have done
command-late =
    { $does ->
        [shares] You said <code>/{ $command }</code> { $age }, and it reached me only now. It shares nothing. To share, say it again.
        [asks] You said <code>/{ $command }</code> { $age }, and it reached me only now. To ask, say it again.
       *[other] You said <code>/{ $command }</code> { $age }, and it reached me only now. Nothing has changed. If you still want it, say it again.
    }
not-a-command =
    I understand commands, and a location of your own that you send yourself. I took nothing from this message.
    <code>/help</code> lists what I do; <code>/share</code> says how to share.
too-many-commands = That was a lot in a short time. I am quiet for a minute, then ask again. <code>/stop</code> works at any time.
too-many-in-all = So much is asked of me at the moment that I cannot answer. Try again in a minute. <code>/stop</code> works at any time.
