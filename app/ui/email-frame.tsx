import { Box } from '@shopify/polaris';

const DARK_RULE = '@media (prefers-color-scheme:dark)';

/** The e-mail in a frame that may run nothing; its own dark rules are switched on or off as its reader's device would. */
export function EmailFrame({
  html,
  isPhone,
  isDark,
  title,
}: {
  readonly html: string;
  readonly isPhone: boolean;
  readonly isDark: boolean;
  readonly title: string;
}) {
  return (
    <Box background="bg-surface-secondary" padding="200" borderRadius="200" overflowX="hidden">
      <iframe
        title={title}
        sandbox=""
        srcDoc={html.replaceAll(DARK_RULE, isDark ? '@media all' : '@media not all')}
        style={{
          display: 'block',
          width: '100%',
          maxWidth: isPhone ? 375 : 680,
          height: 560,
          margin: '0 auto',
          border: 0,
          borderRadius: 8,
          background: isDark ? '#1e1e1e' : '#ffffff',
        }}
      />
    </Box>
  );
}
