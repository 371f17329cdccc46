import type { Messages } from '../core/messageKeys.js';
import type { NoticeView } from '../core/pickerView.js';
import type { SessionState } from '../core/sessionState.js';

/** What is said of an attempt that failed, where it was declined: that a payment began, the first part cannot tell. */
export function refineDecline(
  notice: NoticeView,
  state: SessionState,
  messages: Messages,
): NoticeView | undefined {
  const failed = state.name === 'ready' && state.notice?.kind === 'attemptFailed' && state.notice.error;
  return failed && failed.reason === 'declined' ? { ...notice, heading: [messages.declined] } : undefined;
}
