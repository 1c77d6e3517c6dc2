import { countUnreadMessages } from '#contracts/messages.ts';
import { useQueryOf } from '../../api.ts';
import { TextLink } from '../../ui/button.tsx';

/** The unread count in the top bar; nothing while there is none. */
export default function UnreadPanel() {
  const { data } = useQueryOf(countUnreadMessages, {}, { refreshEveryMs: 60_000 });
  if (!data || data.unread === 0) return null;
  return (
    <TextLink small to="/desk/messages?unread=1">
      {data.unread}条未读消息
    </TextLink>
  );
}
