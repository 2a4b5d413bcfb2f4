import {
  Button,
  CloseButton,
  NativeSelect,
  type ButtonProps,
  type CloseButtonProps,
  type NativeSelectProps,
} from '@mantine/core';
import { memo, type ComponentProps } from 'react';
import { useStable } from '../hooks/use-stable';
import { alike } from '../model/alike';

// Mantine's controls, drawn anew only when what they show is another: not for a new handler, as
// each key that is pressed beside them makes one. What they show is text, which can be compared.

type Native = Omit<ComponentProps<'button'>, keyof ButtonProps | 'children'>;
type Shown = { children: string } & Omit<ButtonProps, 'children'> & Native;

const Pressed = memo(({ children, ...props }: Shown) => (
  <Button {...props}>
    <span dir="auto">{children}</span>
  </Button>
));

export const StillButton = ({ onClick, ...shown }: Shown) => (
  <Pressed {...shown} onClick={useStable(onClick)} />
);

type Closing = CloseButtonProps & Omit<ComponentProps<'button'>, keyof CloseButtonProps>;

const Closed = memo((props: Closing) => <CloseButton {...props} />);

export const StillClose = ({ onClick, ...shown }: Closing) => (
  <Closed {...shown} onClick={useStable(onClick)} />
);

const Chosen = memo(
  (props: NativeSelectProps) => <NativeSelect {...props} />,
  ({ data, ...before }, { data: offered, ...now }) => alike(data, offered) && isSame(before, now),
);

export const StillSelect = ({ onChange, ...shown }: NativeSelectProps) => (
  <Chosen {...shown} onChange={useStable(onChange)} />
);

/** Whether each property is the very same. */
function isSame(one: object, other: object): boolean {
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.is(Reflect.get(one, key), Reflect.get(other, key)))
  );
}
