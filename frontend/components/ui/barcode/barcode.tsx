import { code39 } from './code39';

/** The reference as a Code 39 barcode that a scanner reads, on screen and on paper. */
export function Barcode({ reference }: { reference: string }) {
  const code = code39(reference);
  if (code === null) return null;
  return (
    <svg
      className="w-barcode"
      viewBox={`0 0 ${code.width} 24`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      {code.bars.map(({ x, width }) => (
        <rect key={x} x={x} width={width} height="24" fill="currentColor" />
      ))}
    </svg>
  );
}
