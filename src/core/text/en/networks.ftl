# What more than one network says of itself.

# In the place of an answer that cannot be deleted.
answer-over = This answer is no longer valid.
# What is a button elsewhere.
numbered-choice = <code>{ $number }</code>  { $label }
typed-choice = { $label }: <code>/{ $command }</code>
answer-with-number = Answer with the number.
