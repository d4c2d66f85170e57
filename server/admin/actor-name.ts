/** `user:lan` → `lan`, `officer:CB-0117` → `CB-0117`: who did something, without which kind of account. */
export const actorName = (actor: string) => actor.replace(/^(user|officer):/, '');
