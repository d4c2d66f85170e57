import type { Configuration } from '../configuration.ts';
import { texts } from '../language.ts';
import type { PanelState } from '../messages.ts';
import { type FieldFault, readConfiguration } from '../read-configuration.ts';

const FORMAT = 'danhgia-dvc/1';
const say = texts(
  {
    file: 'tệp',
    json: 'Không đọc được. Chọn tệp đã xuất từ phần mềm này.',
    format: 'Phải là danhgia-dvc/1. Chọn tệp đã xuất từ phần mềm này.',
  },
  {
    file: 'file',
    json: 'Cannot be read. Choose a file exported from this extension.',
    format: 'Must be danhgia-dvc/1. Choose a file exported from this extension.',
  },
);

/** The set-up of this browser as the text of a file. What the province settled is in it as it holds here. */
export function writeConfigurationFile({ server, sites, preferences }: PanelState): string {
  const configuration: Configuration = { ...(server ? { server } : {}), sites, ...preferences };
  return `${JSON.stringify({ format: FORMAT, ...configuration }, null, 2)}\n`;
}

/** The set-up out of the text of a file; with any fault the configuration is not to be used. */
export function readConfigurationFile(text: string): {
  readonly configuration: Configuration;
  readonly faults: readonly FieldFault[];
} {
  try {
    const { format, ...rest } = Object(JSON.parse(text)) as Record<string, unknown>;
    if (format !== FORMAT) return { configuration: {}, faults: [{ field: 'format', sentence: say('format') }] };
    return readConfiguration(rest);
  } catch {
    return { configuration: {}, faults: [{ field: say('file'), sentence: say('json') }] };
  }
}
