# Made by: the people who write whereat, in English.
# Reviewed by: the people who write whereat.

# What more than one network says of itself.

# In the place of an answer that cannot be deleted.
answer-over = This answer is no longer valid.
# What is a button elsewhere.
numbered-choice = <code>{ $number }</code>  { $label }
typed-choice = { $label }: <code>/{ $command }</code>
answer-with-number = Answer with the number.

# Of a network that says nothing of its own.
network-steps =
    Type your coordinates here: <code>/here 52.5200 13.4050</code>. They are shared once.
    To stop: <code>/stop</code>. Deleting the message may not stop it.
network-send-once = Type your coordinates here: <code>/here 52.5200 13.4050</code>.
network-send-live = Type your coordinates here: <code>/here 52.5200 13.4050</code>.
network-deleting = Deleting your message may not end it.
network-sees = Whoever runs this chat network may see what is said here, and who says it.
network-no-board = This network has no board: here, no message can be kept up to date in place. Say <code>/whereis</code>: your new answer takes the place of your last one.
