// What proves to the server that a request came from our own page.

/** The header with the page's token; empty where nobody is signed in. */
export function tokenHeader() {
  const token = document.querySelector('meta[name="rf-token"]')?.content;
  return token ? { RequestVerificationToken: token } : {};
}
