-- Whoever was bound to an account that has ended may be given another: ending an account unbinds it from now on, as these were not.
delete from sso_subjects where exists (
  select 1 from users u where u.tenant = sso_subjects.tenant and u.login = sso_subjects.login and u.active = 0
);
