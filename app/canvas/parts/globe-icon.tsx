// The outside. Ours, in ink, so that it is seen in the dark too.
export function GlobeIcon({ size = 30 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 30 30"
      fill="none"
      stroke="var(--ink-2)"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <circle cx="15" cy="15" r="9.5" />
      <ellipse cx="15" cy="15" rx="4.3" ry="9.5" />
      <path d="M5.5 15h19" />
    </svg>
  )
}
