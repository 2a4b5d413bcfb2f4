import { CelScalar, celFunc, celMethod, objectType, type CelFunc } from '@bufbuild/cel';
import { DurationSchema, TimestampSchema } from '@bufbuild/protobuf/wkt';
import * as patterns from './date-patterns';
import * as moments from './moments';

const { INT, STRING } = CelScalar;
const TIMESTAMP = objectType(TimestampSchema);
const DURATION = objectType(DurationSchema);

export const MOMENTS: CelFunc[] = [
  celFunc('parseDate', [STRING, STRING, STRING], TIMESTAMP, patterns.parseDate),
  celFunc('formatDate', [TIMESTAMP, STRING, STRING], STRING, (at, pattern, zone) =>
    patterns.formatDate(at.message, pattern, zone),
  ),
  celFunc('startOfDay', [TIMESTAMP, STRING], TIMESTAMP, (at, zone) =>
    moments.startOfDay(at.message, zone),
  ),
  celFunc('addDays', [TIMESTAMP, INT, STRING], TIMESTAMP, (at, days, zone) =>
    moments.addDays(at.message, days, zone),
  ),
  celFunc('addMonths', [TIMESTAMP, INT, STRING], TIMESTAMP, (at, months, zone) =>
    moments.addMonths(at.message, months, zone),
  ),
  ...Object.keys(moments.PARTS).flatMap((name) => [
    celMethod(name, TIMESTAMP, [], INT, function () {
      return moments.partOf(name, this.message);
    }),
    celMethod(name, TIMESTAMP, [STRING], INT, function (zone) {
      return moments.partOf(name, this.message, zone);
    }),
  ]),
  celFunc('string', [TIMESTAMP], STRING, (at) => moments.momentWrite(at.message)),
  celFunc('string', [DURATION], STRING, (span) => moments.durationWrite(span.message)),
  celFunc('timestamp', [STRING], TIMESTAMP, moments.momentRead),
  celFunc('timestamp', [INT], TIMESTAMP, (seconds) => moments.moment(seconds)),
];
