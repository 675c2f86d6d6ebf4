/**
 * Whether someone is staff by roles outside the course, or by roles that we do not know: such a person may have been meant
 * to lead the class, and is told that the course says otherwise.
 * @param received as `Launch.receivedRoles`
 */
export function isStaffElsewhere(received: readonly string[]): boolean {
  return received.some((role) => staff.test(role));
}

const staff = /(instructor|administrator|faculty|staff|teacher|sysadmin|syssupport|creator)\b/i;
