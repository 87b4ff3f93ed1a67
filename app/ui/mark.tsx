// Our mark: a path of light that turns once and ends in a point.
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect
        x="0.5"
        y="0.5"
        width="23"
        height="23"
        rx="5.5"
        fill="#191c22"
        stroke="var(--line-strong)"
        strokeWidth="0.5"
      />
      <path
        d="M5.5 17.5h5a1.5 1.5 0 0 0 1.5-1.5V9.5A1.5 1.5 0 0 1 13.5 8h3"
        fill="none"
        stroke="#ffb020"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <circle cx="17.3" cy="8" r="2.5" fill="#fff5df" stroke="#ffb020" strokeWidth="1" />
    </svg>
  )
}
