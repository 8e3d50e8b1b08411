"""Facts kept in the database and delivered by a worker.

Owns the tables of facts, of deliveries and of the schedule. A fact is written in the transaction of the change that
it tells of, so it is never lost and never told of something that did not happen. Announces nothing itself.
Forbids a reaction that calls out to the world inside a transaction: such a one is registered with `atomic=False`.
"""
