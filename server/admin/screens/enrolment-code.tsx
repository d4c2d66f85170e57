import { useEffect, useState } from 'preact/hooks';
import { CopyButton } from '../parts/copy-button.tsx';
import { text } from '../text.ts';

interface EnrolmentCodeProps {
  code: string;
  expires: string;
  /** What it is called and where it is typed; that of an officer's browser unless said. */
  name?: string;
  use?: string;
}

/** The code in large type with the time it has left; after that it says so and shows no code. */
export function EnrolmentCode({
  code,
  expires,
  name = text('devices.code'),
  use = text('devices.codeUse'),
}: EnrolmentCodeProps) {
  const left = () => Math.max(0, Math.floor((Date.parse(expires) - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 1000);
    return () => clearInterval(timer);
  }, [expires]);
  if (seconds === 0)
    return (
      <p class="note" role="status">
        {text('devices.expired')}
      </p>
    );
  return (
    <div class="done">
      <p>{name}</p>
      <p class="secret">
        <output class="code big">{code}</output> <CopyButton value={code} />
      </p>
      <p>{use}</p>
      <p class="muted" role="timer">
        {text('devices.left', { m: Math.floor(seconds / 60), s: seconds % 60 })}
      </p>
    </div>
  );
}
