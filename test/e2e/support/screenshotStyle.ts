/**
 * What Firefox says of the empty style, `body {}`, that Playwright puts into a page to take its picture. Of each other style
 * it would name another hash.
 */
export const screenshotStyle =
  /^csp: style-src-elem inline $|sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT\+SmwNZWA=/;
