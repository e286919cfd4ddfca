# Made by: the people who write whereat, in English.
# Reviewed by: the people who write whereat.

# In the words of Telegram's own apps for phones; on a computer Telegram can share no position.

telegram-steps-in-room =
    On your phone, in this group, tap Attach, the paper clip.
    Choose Location, then Share My Live Location, and for how long.
    To stop: <code>/stop</code>, or Stop Sharing on the message. Deleting the message does not stop it.
telegram-steps-in-private =
    On your phone, in this chat, tap Attach, the paper clip.
    Choose Location, then Share My Live Location, and for how long.
    To stop: <code>/stop</code>, or Stop Sharing on the message. Deleting the message does not stop it.
    Or type coordinates: <code>/here 52.5200 13.4050</code>.
telegram-send-once = Tap the button below, on your phone. Or type coordinates: <code>/here 52.5200 13.4050</code>.
telegram-send-live = On your phone, in this chat, tap Attach, the paper clip. Choose Location, then Share My Live Location.
telegram-deleting = Deleting your message does not end it.
telegram-sees = Telegram can read and keep whatever is sent to a bot, and what the bot answers. What you alone see in a group is deleted as far as your app hears of that.
# In an empty private chat: 512 characters at most.
telegram-description = I let the people of a group see where you are, for as long as you choose. Add me to a group, say /share there, and send me a live location here. Telegram can read what is sent to a bot.
# In the bot's profile: 120 characters at most.
telegram-short-description = Where the people of your group are, when they choose to share it.
# What /setup finds in a group, and the step that mends it, a line each. The steps are in the words of Telegram's apps.
telegram-not-encrypted = Telegram can read this group, positions and answers too: no group there is encrypted from end to end.
telegram-is-public = This group is public: anybody can read it, positions in it too, without joining.
telegram-make-private = To change that: edit the group, Group Type, Private.
telegram-shows-history = Who joins later can read what was said here before, as long as it stands.
telegram-hide-history = To change that: edit the group, Chat History for New Members, Hidden.
telegram-all-invite = Every member can add people, who can ask where you are from then on.
telegram-let-admins-invite = To change that: edit the group, Permissions, switch off Add Members.
telegram-members-unconfirmed =
    { $members ->
        [hidden] Members are hidden here and I am no admin, so I can show hardly anybody.
       *[shown] I am no admin here, so Telegram need not tell me who is a member. Whoever I cannot confirm is left out.
    }
telegram-make-admin = To change that: make me an admin of this group, if with no other right than to delete messages.
telegram-nobody-writes = Members may not write here, so they cannot share a location here either. They can share with me in private.
telegram-let-write = To change that: edit the group, Permissions, switch on Send Text Messages.
telegram-deletes-nothing = I may not delete what others say, so <code>/ask NAME</code> stays for all to read when somebody says it here.
telegram-let-delete = To change that: edit the group, Administrators, me, switch on Delete Messages.
telegram-basic-group = In this group Telegram shows nothing to one member alone, so each answer waits for who asked in private.
telegram-make-supergroup = To change that: edit the group, set Chat History for New Members to Visible, then back to Hidden.
telegram-answers-alone = Such an answer is deleted when it is over, as far as your app hears of that.
telegram-not-invited = Only people whom my operator allows can add me to a group, so I leave this one.
