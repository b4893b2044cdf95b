/** A mode of the product: one map, used in another way. `modes/` names the panels of each. */
import type { ComponentType } from 'preact';
import type { MessageKey } from '../../i18n/index.ts';
import type { ModeId } from '../../state/address/address.ts';
import type { IconName } from '../../ui/icon.tsx';

export interface Mode {
  readonly label: MessageKey;
  readonly icon: IconName;
  /** Left of the map; on a narrow screen the tab `list`, which asks for the list alone: the legend has its own. */
  readonly Side: ComponentType<{ readonly only?: 'list' }>;
  /** Lies over the map; on a narrow screen it is part of the start page. */
  readonly Tools: ComponentType | null;
  /** Beside the map while nothing is chosen. */
  readonly Start: ComponentType;
  /** Takes the whole window, the map included: head, sides and sheet are away. */
  readonly Stage: ComponentType | null;
}

export type Modes = Readonly<Record<ModeId, Mode>>;
