import { Text } from '@react-email/text';
import { QUIET } from './text-styles';

/** One sentence beside the offer; nothing when there is nothing to say. */
export function Note({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <Text className="quiet" style={{ ...QUIET, margin: '0 0 12px' }}>
      {text}
    </Text>
  );
}
