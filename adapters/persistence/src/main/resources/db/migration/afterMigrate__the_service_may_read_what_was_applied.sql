-- After every run of the migrations, and inside none of them: their own table is made by the tool. The service asks by its own
-- role whether all of them are applied, so that it does not need the owner's password to say that it is ready.
grant select on ${flyway:table} to ${app_role};
