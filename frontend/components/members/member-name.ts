/** How we speak of a member: by name where there is one. */
export function memberName({ name, email }: { name: string; email: string }): string {
  return name || email;
}
