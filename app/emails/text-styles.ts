import type { CSSProperties } from 'react';

// Only fonts that are on the device: a web font is a request to somebody else and a jump in the layout.
const FONTS = '-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif';

const line: CSSProperties = { fontFamily: FONTS, margin: '0 0 16px', fontSize: '16px', lineHeight: '24px' };

export const INK: CSSProperties = { ...line, color: '#2b2b2b' };
export const STRONG: CSSProperties = { ...INK, fontWeight: 600, margin: '0 0 4px' };
export const QUIET: CSSProperties = { ...line, color: '#5c5c5c', fontSize: '13px', lineHeight: '20px' };
export const HEADLINE: CSSProperties = { ...INK, fontSize: '24px', lineHeight: '30px', fontWeight: 700 };
