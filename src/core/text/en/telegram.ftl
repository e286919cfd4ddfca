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
telegram-sees = Telegram can read and keep whatever is sent to a bot, and what the bot answers.
# In an empty private chat: 512 characters at most.
telegram-description = I let the people of a group see where you are, for as long as you choose. Add me to a group, say /share there, and send me a live location here. Telegram can read what is sent to a bot.
# In the bot's profile: 120 characters at most.
telegram-short-description = Where the people of your group are, when they choose to share it.
telegram-not-invited = Only people whom my operator allows can add me to a group, so I leave this one.
