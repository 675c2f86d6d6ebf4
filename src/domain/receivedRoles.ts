/**
 * Whether someone has staff roles outside the course, or roles that we do not know. They may have been meant to lead
 * the class, so they are told that the course says otherwise.
 * @param received as `Launch.receivedRoles`
 */
export function isStaffElsewhere(received: readonly string[]): boolean {
  return received.some((role) => staff.test(role));
}

const staff = /(instructor|administrator|faculty|staff|teacher|sysadmin|syssupport|creator)\b/i;
