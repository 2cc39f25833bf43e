// Inboxes fill a short preview with the text that follows; these characters take that room and show nothing.
const FILLER = '\u00a0\u200c'.repeat(100);

/** The line that an inbox shows beside the subject; hidden in the opened e-mail and left out of the text part. */
export function Preheader({ text }: { text: string }) {
  return (
    <div
      data-skip-in-text="true"
      style={{
        display: 'none',
        overflow: 'hidden',
        lineHeight: '1px',
        opacity: 0,
        maxHeight: 0,
        maxWidth: 0,
      }}
    >
      <span>{text}</span>
      <span>{FILLER}</span>
    </div>
  );
}
