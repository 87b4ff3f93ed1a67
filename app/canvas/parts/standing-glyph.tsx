// The glyph before the word: both ways, out only, or shut in.
import type { Standing } from '../../library.ts'

const paths: Readonly<Record<Standing['tone'], React.ReactNode>> = {
  public: <path d="M4.5 10.5v-8M2 5l2.5-2.5L7 5M9.5 3.5v8M7 9l2.5 2.5L12 9" />,
  private: <path d="M7 12V2.5M3.5 6 7 2.5 10.5 6" />,
  isolated: (
    <>
      <circle cx="7" cy="7" r="4.8" />
      <circle cx="7" cy="7" r="0.9" fill="currentColor" />
    </>
  ),
}

export function StandingGlyph({
  tone,
  size = 13,
}: {
  readonly tone: Standing['tone']
  readonly size?: number
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {paths[tone]}
    </svg>
  )
}
