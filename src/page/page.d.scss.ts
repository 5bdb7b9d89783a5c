/** A style sheet, compiled by the build: its text, and the SHA-256 of that in Base64, by which a policy names it. */
declare const style: { readonly css: string; readonly hash: string }
export default style
