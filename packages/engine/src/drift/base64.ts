const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * What a Secret's value decodes to, one character per byte. A text that is not
 * base64 stands for itself.
 */
export function fromBase64(text: string): string {
  const compact = text.replace(/\s+/g, '');
  if (!BASE64.test(compact)) return text;
  try {
    return atob(compact);
  } catch {
    return text;
  }
}
