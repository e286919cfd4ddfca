# Made by: the people who write whereat, in English.
# Reviewed by: the people who write whereat.

# Steps are in the words of Element's apps for phones. Element keeps commands with a slash for itself, so they are told with the other mark.

matrix-steps-in-room =
    On your phone, in this room, tap the plus or the paper clip.
    Choose Location, then Live location, and for how long.
    To stop: <code>!stop</code>, or stop it in the app. Removing the message stops it too.
matrix-steps-in-private =
    On your phone, in this chat, tap the plus or the paper clip.
    Choose Location, then Live location, and for how long.
    To stop: <code>!stop</code>, or stop it in the app. Removing the message stops it too.
matrix-send-once = On your phone, in this chat, tap the plus or the paper clip, then Location. Or type coordinates: <code>!here 52.5200 13.4050</code>.
matrix-send-live = On your phone, in this chat, tap the plus or the paper clip. Choose Location, then Live location.
matrix-deleting = Removing your message ends it too, as soon as I hear of that.
matrix-sees = The Matrix servers of the room can see who shares and when, and read everything in a room without encryption.
matrix-no-board = Matrix has no board: each change would be one more message, and each deletion leaves a line. Say <code>/whereis</code>: your new answer takes the place of your last one.
matrix-came-in-clear =
    This room is encrypted, but this came without encryption, so servers could read it. I did not take it.
    Send it again from an app that encrypts.
matrix-not-read =
    I could not read this: its key has not reached me.
    If it was for me, send it again. If that brings no answer either, look whether your app gives keys to verified devices only.
matrix-location-not-read = I could not read this location, so nothing of it was shared. Send it again, or type it: <code>!here 52.5200 13.4050</code>.
# $by: about how much
matrix-clock-off =
    { $is ->
        [ahead] Your phone's clock is about { $by } ahead.
       *[behind] Your phone's clock is about { $by } behind.
    }
    I go by the server's time, so your live location lasts as long as you chose. Please set the clock right.
matrix-location-old = Your app says that this location is { $by } old, so I show it as old. If it is new, your phone's clock is behind. Set it right, and send it again.
matrix-not-verified = I did not take this. As far as I can see, it came from a device that its owner has not verified. That device cannot read me either.
matrix-how-to-verify = To verify a device: open the app's settings, then Encryption or Sessions, and choose Verify. Confirm it on another device of yours, or with your recovery key.
# A reaction, which is short, and which anybody can read
matrix-verify-sign = 🔐 verify
matrix-verify-first = This room is encrypted. I answer only devices that their owner has verified, and only those can read me.
matrix-room-is-plain =
    This room is not encrypted: its servers can read every position and every answer in it, and may keep them.
    Who joins later may read what is not deleted by then. An admin can turn encryption on in the room's settings. I go on either way.
# $read: what those who are not in the room can read of it
matrix-room-is-open =
    { $read ->
        [who-shares] Anybody can look into this room without joining it. They see who shares live, when and for how long, but not where.
       *[all] Anybody can read this room without joining it: every position and every answer in it.
    }
    An admin can change that in the room's settings, where it says who can read the history.
matrix-hello-in-private =
    Here are only you and I: this is a private chat. <code>!help</code> lists what I do.
    If this is to be a room for more people, invite them before you say anything else to me.
matrix-crowded =
    This was a private chat with me, and now somebody else is invited. I answer nothing here any more, and leave.
    If it is to be a room for all of you, invite me again.
# Why an invitation was turned down, which clients show beside that. $most: invitations that are taken of one person in an hour
matrix-invitation-declined =
    { $why ->
        [too-many] I take { $most } invitations an hour from one person. Invite me again in an hour.
        [space] This is a space, where nobody talks. Invite me into one of its rooms.
       *[not-allowed] Whoever runs this bot lets only some people invite it. Ask them, or somebody who may.
    }
# The same of a room that the bot leaves.
matrix-left =
    { $why ->
        [may-not-write] I may not write here, so I could answer nobody. Let me write, then invite me again.
       *[too-many-people] This room has more people than I can look after.
    }
# What /setup finds in a room, and the step that mends it, a line each. The steps are in the words of Element's apps.
matrix-is-encrypted = This room is encrypted: its servers cannot read positions and answers.
matrix-not-encrypted = This room is not encrypted: its servers can read every position and every answer in it.
matrix-encrypt = To change that: room settings, Security, switch on encryption. It cannot be switched off again.
matrix-anybody-reads = Anybody can look into this room without joining it.
matrix-shows-history = Who joins later may read what was said here before, as long as it stands.
matrix-hide-history = To change that: room settings, Security, who can read history: members only, since they joined.
matrix-anybody-joins = Anybody can join this room, and ask where you are from then on.
matrix-close = To change that: room settings, Security, access: private, by invitation only.
matrix-all-invite = Every member can invite people, who can ask where you are once they have joined.
matrix-let-admins-invite = To change that: room settings, Roles and permissions, invite users: moderators.
matrix-no-live-here = Members cannot share a live location here; they can share with me in private.
matrix-allow-live =
    { $power ->
        [enough] To change that, an admin says <code>/setup live</code>.
       *[none] To change that: make me an admin of this room, then say <code>/setup live</code>.
    }
matrix-redacts-nothing = I may not remove what others say, so <code>/ask NAME</code> stays for all to read when somebody says it here.
matrix-let-redact = To change that: make me a moderator of this room.
matrix-answers-alone = You alone read the answer, in a direct chat with me. The question stays here for all to read.
# $bot: none when the bot can change it already
matrix-no-live =
    To the admins: this room does not let its members share a live location.
    If they should, open the room's settings, then roles and permissions, and set “Share live location” to everybody.
    { $bot ->
        [none] If your app has no such setting, say <code>!setup live</code>, and I change it.
       *[named] If your app has no such setting, make me (<code>{ $bot }</code>) an admin, and then say <code>!setup live</code>.
    }
    What is changed: the power level for <code>{ $types }</code> becomes <b>0</b>. In the meantime, everybody can say <code>!here 52.5200 13.4050</code>.
matrix-move-on =
    This room has been replaced by a new one. Invite me there, and the settings come along.
    What is shared here ends when I move, and nothing is shared there until somebody does.
# A room without a name, called as clients call it.
matrix-room-of-two = { $one } and { $other }
matrix-room-of-many = { $one } and { $others } others
